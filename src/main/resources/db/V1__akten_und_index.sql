-- One row per file: an Aktenzeichen is given once in a Kommune, also when two people type it in the same second.
create table IK_AKTE (
    KOMMUNE varchar(64) not null,
    AKTENZEICHEN varchar(64) not null,
    PROZESSINSTANZ varchar(64) not null,
    constraint IK_AKTE_PK primary key (KOMMUNE, AKTENZEICHEN)
);

-- Every completion looks for sub-tasks; without this index that reads the whole table.
create index IK_TASK_PARENT on ACT_RU_TASK (PARENT_TASK_ID_);
