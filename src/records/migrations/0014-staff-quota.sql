-- The staffing quota of a unit (行政编制数), against which the caps on grades are counted.

alter table units add column staff_quota integer check (staff_quota >= 0);
alter table past.units add column staff_quota integer;
