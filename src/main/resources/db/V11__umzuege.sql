-- Running files on their way to new versions of their models, or the rehearsal of it.
create table IK_UMZUG (
    ID varchar(64) not null,
    VORSCHLAG varchar(64) not null,
    PROBE boolean not null,
    ZUSTAND varchar(16) not null, -- laeuft, angehalten; finished is what has no open file left
    PERSON varchar(255) not null, -- who began it
    BEGONNEN timestamp not null, -- UTC, as all times here
    ZIELE bytea not null, -- JSON: what it aims at, as it was when it began
    constraint IK_UMZUG_PK primary key (ID),
    constraint IK_UMZUG_VORSCHLAG foreign key (VORSCHLAG) references IK_MODELLVORSCHLAG (ID) on delete cascade
);

create index IK_UMZUG_VORSCHLAEGE on IK_UMZUG (VORSCHLAG);

-- What became of each file; written in the transaction that moves it, so it says what is so.
create table IK_UMZUG_AKTE (
    UMZUG varchar(64) not null,
    WURZEL varchar(64) not null, -- root process instance
    ZUSTAND varchar(16) not null, -- offen, umgezogen, unveraendert, gescheitert
    SAETZE varchar(4000), -- one a line
    AM timestamp,
    constraint IK_UMZUG_AKTE_PK primary key (UMZUG, WURZEL),
    constraint IK_UMZUG_AKTE_UMZUG foreign key (UMZUG) references IK_UMZUG (ID) on delete cascade
);

create index IK_UMZUG_AKTE_ZUSTAND on IK_UMZUG_AKTE (UMZUG, ZUSTAND);
