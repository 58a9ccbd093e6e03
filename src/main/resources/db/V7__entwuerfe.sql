-- What somebody has begun to answer at an open task. It goes with the task and is in no history.
create table IK_ENTWURF (
    AUFGABE varchar(64) not null,
    INHALT bytea not null, -- JSON, answers by key
    PERSON varchar(255) not null, -- who saved it last
    GESPEICHERT timestamp not null, -- UTC
    REV_ int not null, -- whoever is forgotten gets the next one, like rows of the engine
    constraint IK_ENTWURF_PK primary key (AUFGABE),
    constraint IK_ENTWURF_AUFGABE foreign key (AUFGABE) references ACT_RU_TASK (ID_) on delete cascade
);

-- What a person has completed, newest first.
create index IK_OP_LOG_PERSON on ACT_HI_OP_LOG (USER_ID_, OPERATION_TYPE_, TIMESTAMP_);
