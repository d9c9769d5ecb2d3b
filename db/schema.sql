CREATE TABLE plan (
  id INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  title TEXT NOT NULL,
  region TEXT,
  issuer TEXT,
  document_number TEXT,
  issued_on TEXT,
  period_start INTEGER,
  period_end INTEGER,
  CONSTRAINT pk_plan PRIMARY KEY (id),
  CONSTRAINT uq_plan_key UNIQUE ("key")
);

CREATE TABLE edition (
  id INTEGER NOT NULL,
  plan_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT,
  imported_at TEXT NOT NULL,
  raw TEXT NOT NULL,
  said TEXT NOT NULL,
  CONSTRAINT pk_edition PRIMARY KEY (id),
  CONSTRAINT fk_edition_plan FOREIGN KEY (plan_id) REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE task (
  id INTEGER NOT NULL,
  plan_id INTEGER NOT NULL,
  parent_id INTEGER,
  holder_id INTEGER,
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  number TEXT,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  line INTEGER,
  line_end INTEGER,
  inferred INTEGER NOT NULL,
  open_list INTEGER NOT NULL,
  deadline TEXT,
  text TEXT NOT NULL,
  search TEXT NOT NULL,
  said_path TEXT,
  CONSTRAINT pk_task PRIMARY KEY (id),
  CONSTRAINT fk_task_plan FOREIGN KEY (plan_id) REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_task_parent FOREIGN KEY (parent_id) REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_task_holder FOREIGN KEY (holder_id) REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT ck_task_kind CHECK (kind IN ('part', 'goal', 'action', 'project', 'task_group', 'task', 'safeguard', 'phase', 'principle_group', 'principle', 'preface'))
);

CREATE TABLE unit (
  id INTEGER NOT NULL,
  plan_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  short TEXT NOT NULL,
  class TEXT NOT NULL,
  collective INTEGER NOT NULL,
  position INTEGER NOT NULL,
  search TEXT NOT NULL,
  function TEXT,
  contact TEXT,
  CONSTRAINT pk_unit PRIMARY KEY (id),
  CONSTRAINT uq_unit_name UNIQUE (plan_id, name),
  CONSTRAINT fk_unit_plan FOREIGN KEY (plan_id) REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT ck_unit_class CHECK (class IN ('party', 'government', 'vertical', 'institution', 'mass', 'locality', 'collective', 'other'))
);

CREATE TABLE assignment (
  id INTEGER NOT NULL,
  task_id INTEGER NOT NULL,
  unit_id INTEGER NOT NULL,
  role TEXT NOT NULL,
  origin TEXT NOT NULL,
  printed TEXT NOT NULL,
  position INTEGER NOT NULL,
  reason TEXT,
  line INTEGER,
  quote TEXT,
  ruled_by TEXT,
  ruled_on TEXT,
  CONSTRAINT pk_assignment PRIMARY KEY (id),
  CONSTRAINT fk_assignment_task FOREIGN KEY (task_id) REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_assignment_unit FOREIGN KEY (unit_id) REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT ck_assignment_role CHECK (role = 'lead' OR role = 'responsible' OR role = 'support'),
  CONSTRAINT ck_assignment_origin CHECK (origin = 'printed' OR origin = 'ruled' OR origin = 'proposed')
);

CREATE TABLE target (
  id INTEGER NOT NULL,
  task_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  indicator TEXT NOT NULL,
  comparator TEXT NOT NULL,
  value REAL NOT NULL,
  value_max REAL,
  unit TEXT NOT NULL,
  frequency TEXT,
  deadline TEXT,
  aspirational INTEGER NOT NULL,
  region TEXT,
  line INTEGER,
  quote TEXT,
  CONSTRAINT pk_target PRIMARY KEY (id),
  CONSTRAINT fk_target_task FOREIGN KEY (task_id) REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT ck_target_comparator CHECK (comparator IN ('>', '>=', '=', '<=', '<', 'range'))
);

CREATE TABLE milestone (
  id INTEGER NOT NULL,
  plan_id INTEGER NOT NULL,
  task_id INTEGER,
  position INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  start_on TEXT,
  end_on TEXT,
  precision TEXT,
  line INTEGER,
  origin TEXT NOT NULL,
  CONSTRAINT pk_milestone PRIMARY KEY (id),
  CONSTRAINT uq_milestone_key UNIQUE (plan_id, "key"),
  CONSTRAINT fk_milestone_plan FOREIGN KEY (plan_id) REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_milestone_task FOREIGN KEY (task_id) REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT ck_milestone_origin CHECK (origin IN ('printed', 'ruled'))
);

CREATE TABLE mark (
  id INTEGER NOT NULL,
  task_id INTEGER NOT NULL,
  milestone_id INTEGER NOT NULL,
  status TEXT NOT NULL,
  on_date TEXT,
  note TEXT,
  evidence TEXT,
  CONSTRAINT pk_mark PRIMARY KEY (id),
  CONSTRAINT uq_mark_task UNIQUE (task_id, milestone_id),
  CONSTRAINT fk_mark_task FOREIGN KEY (task_id) REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_mark_milestone FOREIGN KEY (milestone_id) REFERENCES milestone (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT ck_mark_status CHECK (status IN ('not_started', 'in_progress', 'done', 'ongoing', 'blocked', 'not_applicable'))
);

CREATE TABLE problem (
  id INTEGER NOT NULL,
  edition_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  line INTEGER,
  details TEXT NOT NULL,
  settled_on TEXT,
  settled_note TEXT,
  CONSTRAINT pk_problem PRIMARY KEY (id),
  CONSTRAINT fk_problem_edition FOREIGN KEY (edition_id) REFERENCES edition (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE journal_entry (
  id INTEGER NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  summary TEXT NOT NULL,
  undoes INTEGER,
  undone_by INTEGER,
  made_in TEXT,
  CONSTRAINT pk_journal_entry PRIMARY KEY (id),
  CONSTRAINT fk_journal_entry_undoes FOREIGN KEY (undoes) REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_journal_entry_undone_by FOREIGN KEY (undone_by) REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE journal_change (
  id INTEGER NOT NULL,
  entry_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  old TEXT,
  new TEXT,
  CONSTRAINT pk_journal_change PRIMARY KEY (id),
  CONSTRAINT fk_journal_change_entry FOREIGN KEY (entry_id) REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE succession (
  id INTEGER NOT NULL,
  plan_id INTEGER NOT NULL,
  from_id INTEGER NOT NULL,
  to_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  on_date TEXT,
  task_id INTEGER,
  ruled_by TEXT,
  CONSTRAINT pk_succession PRIMARY KEY (id),
  CONSTRAINT fk_succession_plan FOREIGN KEY (plan_id) REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_succession_from FOREIGN KEY (from_id) REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_succession_to FOREIGN KEY (to_id) REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_succession_task FOREIGN KEY (task_id) REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT ck_succession_kind CHECK (kind IN ('alias', 'rename', 'merge', 'split'))
);

CREATE TABLE membership (
  id INTEGER NOT NULL,
  plan_id INTEGER NOT NULL,
  collective_id INTEGER NOT NULL,
  member_id INTEGER NOT NULL,
  since_on TEXT,
  until_on TEXT,
  CONSTRAINT pk_membership PRIMARY KEY (id),
  CONSTRAINT fk_membership_plan FOREIGN KEY (plan_id) REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_membership_collective FOREIGN KEY (collective_id) REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_membership_member FOREIGN KEY (member_id) REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE reported (
  id INTEGER NOT NULL,
  target_id INTEGER NOT NULL,
  value REAL NOT NULL,
  on_day TEXT NOT NULL,
  note TEXT,
  evidence TEXT,
  CONSTRAINT pk_reported PRIMARY KEY (id),
  CONSTRAINT uq_reported_target UNIQUE (target_id, on_day),
  CONSTRAINT fk_reported_target FOREIGN KEY (target_id) REFERENCES target (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE issued (
  id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  plan_id INTEGER NOT NULL,
  unit_id INTEGER,
  on_day TEXT NOT NULL,
  entry_id INTEGER NOT NULL,
  at TEXT NOT NULL,
  CONSTRAINT pk_issued PRIMARY KEY (id),
  CONSTRAINT ck_issued_kind CHECK (kind IN ('duty_sheet', 'pack'))
);

CREATE INDEX ix_edition_plan ON edition (plan_id);
CREATE INDEX ix_task_parent ON task (parent_id);
CREATE INDEX ix_task_holder ON task (holder_id);
CREATE INDEX ix_assignment_task ON assignment (task_id);
CREATE INDEX ix_target_task ON target (task_id);
CREATE INDEX ix_mark_milestone ON mark (milestone_id, status);
CREATE INDEX ix_problem_edition ON problem (edition_id);
CREATE INDEX ix_journal_change_entry ON journal_change (entry_id);
CREATE INDEX ix_journal_change_row ON journal_change (table_name, row_id);
CREATE INDEX ix_succession_plan ON succession (plan_id);
CREATE INDEX ix_membership_plan ON membership (plan_id);
CREATE INDEX ix_task_plan ON task (plan_id, position, kind, parent_id, holder_id);
CREATE INDEX ix_assignment_unit ON assignment (unit_id, role, origin, task_id);
CREATE INDEX ix_issued_plan ON issued (plan_id, kind, unit_id);

PRAGMA application_id = 1396920396;
PRAGMA user_version = 6;
