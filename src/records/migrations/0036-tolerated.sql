-- What a matter of tolerance ruled about a supervision event: an honest mistake, not counted against the cadre.

alter table supervision add column tolerated boolean;
alter table past.supervision add column tolerated boolean;
