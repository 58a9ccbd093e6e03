-- A job that somebody had begun and not ended when a node died: how often it was begun anew since. The row goes when it ends.
create table IK_ABGEBROCHEN (
    JOB varchar(64) not null,
    ANZAHL int not null,
    constraint IK_ABGEBROCHEN_PK primary key (JOB)
);
