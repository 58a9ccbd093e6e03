-- Where each file stands, as far as lists sort and filter by it. Made from the engine's history in the transaction that changes
-- it, and anew at the next start where a row is missing; it goes with the history of its file.
create table IK_LAGE (
    PROZESSINSTANZ varchar(64) not null, -- frame of the file
    KOMMUNE varchar(64) not null, -- tenant
    AKTENZEICHEN varchar(255) not null,
    NAME varchar(255) not null, -- of the Kommune
    STAND varchar(16) not null, -- laeuft, ruht, umsetzung, beendet
    PHASE varchar(255),
    PHASE_NR int not null,
    AMPEL varchar(16),
    GEPLANT int, -- first planned end; this and the next two are days since 1970-01-01, which every database subtracts alike
    ERWARTET int, -- expected end
    NAECHSTER int, -- when the next milestone is expected
    constraint IK_LAGE_PK primary key (PROZESSINSTANZ),
    constraint IK_LAGE_AKTE foreign key (PROZESSINSTANZ) references ACT_HI_PROCINST (ID_) on delete cascade
);

create index IK_LAGE_KOMMUNE on IK_LAGE (KOMMUNE, AKTENZEICHEN);

-- Which tasks are overdue, without reading them all.
create index IK_TASK_FAELLIG on ACT_RU_TASK (DUE_DATE_);
