-- The closed vocabularies of the data package, one domain each. Their labels are in src/domain/lexicon; a test keeps the two equal.

create domain unit_kind as text check (value in (
  'party', 'congress', 'government', 'cppcc', 'discipline', 'court', 'procuratorate', 'department', 'county',
  'township', 'street', 'zone', 'village', 'community', 'enterprise', 'institution', 'association'
));

create domain unit_level as text check (value in ('province', 'prefecture', 'county', 'township', 'village'));

create domain sector as text check (value in (
  'general', 'planning', 'finance', 'construction', 'environment', 'agriculture', 'petition', 'civil-affairs',
  'economy', 'industry', 'education', 'health', 'law', 'organization', 'discipline', 'transport', 'culture',
  'emergency', 'state-assets', 'other'
));

create domain post_level as text check (value in (
  'bureau-chief', 'bureau-deputy', 'division-chief', 'division-deputy', 'section-chief', 'section-deputy',
  'none'
));

create domain role as text check (value in ('principal', 'deputy', 'member', 'staff'));

create domain touchpoint_list as text check (string_to_array(value, ';') <@ array['public-service', 'fund-allocation', 'works']);

create domain sex as text check (value in ('male', 'female'));

create domain track as text check (value in ('generalist', 'specialist'));

create domain tenure_kind as text check (value in ('appointed', 'seconded', 'concurrent', 'acting', 'study', 'military', 'other'));

create domain change as text check (value in ('entry', 'promotion', 'lateral', 'demotion', 'return', 'exit'));

create domain grade as text check (value in (
  'counsel-1', 'counsel-2', 'consultant-1', 'consultant-2', 'consultant-3', 'consultant-4',
  'principal-officer-1', 'principal-officer-2', 'principal-officer-3', 'principal-officer-4', 'officer-1',
  'officer-2'
));

create domain education_mode as text check (value in ('full-time', 'in-service'));

create domain education_level as text check (value in (
  'doctorate', 'postgraduate', 'bachelor', 'junior-college', 'secondary-vocational', 'high-school', 'lower'
));

create domain degree as text check (value in ('doctor', 'master', 'bachelor', 'none'));

create domain evaluation_result as text check (value in ('excellent', 'competent', 'basicallyCompetent', 'incompetent', 'ungraded'));

create domain sanction_kind as text check (value in (
  'party-warning', 'party-serious-warning', 'party-removal', 'party-probation', 'admin-warning', 'admin-demerit',
  'admin-major-demerit', 'admin-demotion', 'admin-removal', 'admonition', 'reminder', 'inquiry',
  'organizational-measure'
));

create domain rating_channel as text check (value in (
  'annual-rating', 'local-repute', 'neighbours', 'service-users', 'recommendation', 'superior'
));

create domain rater_class as text check (value in ('A', 'B', 'C'));

create domain rating_item as text check (value in ('overall', 'integrity', 'competence', 'diligence', 'achievement', 'probity'));

create domain visibility as text check (value in ('visible', 'latent'));

create domain statement_channel as text check (value in (
  'site-visit', 'achievement-review', 'discipline', 'audit', 'evaluation-office', 'petition-office',
  'personnel-file', 'declaration', 'appraisal-talk', 'daily-contact', 'major-task'
));

create domain aspect as text check (value in (
  'integrity', 'competence', 'diligence', 'achievement', 'probity', 'political-major', 'political-minor'
));

create domain tone as text check (value in ('favourable', 'adverse', 'neutral'));

create domain supervision_kind as text check (value in (
  'triple-audit', 'inspection', 'petition', 'personal-matters', 'audit', 'decision-rule', 'work-norm', 'talk'
));

create domain severity as text check (value in ('none', 'minor', 'moderate', 'serious'));

create domain facet as text check (value in ('party-spirit', 'knowledge', 'psychology', 'style', 'practice', 'experience'));

create domain theme as text check (value in ('reform', 'innovation', 'enrichment'));
