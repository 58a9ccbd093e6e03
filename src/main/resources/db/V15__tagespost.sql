-- The official key that says in which Land a Kommune lies, where its tenant is called otherwise; null: the tenant's id, if it is one.
alter table IK_KOMMUNE add column SCHLUESSEL varchar(8);

-- Up to when a Kommune has had its morning digest: what came later is new in the next one.
create table IK_TAGESPOST (
    KOMMUNE varchar(64) not null,
    ZULETZT timestamp not null, -- UTC
    constraint IK_TAGESPOST_PK primary key (KOMMUNE)
);

-- One row: the digest that is being written just now, and the lock that makes the nodes take turns.
create table IK_TAGESPOST_LAUF (
    ID int not null,
    BEGINN timestamp, -- UTC, null between two of them
    NACH varchar(254), -- address that was the last one, null at the beginning
    constraint IK_TAGESPOST_LAUF_PK primary key (ID)
);

insert into IK_TAGESPOST_LAUF (ID) values (1);
