-- The secret address of a person's calendar. Only what it hashes to is kept, and it goes with the account.
create table IK_KALENDER (
    PERSON varchar(64) not null,
    PRUEFWERT varchar(64) not null, -- SHA-256, hexadecimal
    ANGELEGT timestamp not null, -- UTC, as all times here
    constraint IK_KALENDER_PK primary key (PERSON),
    constraint IK_KALENDER_PRUEFWERT unique (PRUEFWERT),
    constraint IK_KALENDER_PERSON foreign key (PERSON) references ACT_ID_USER (ID_) on delete cascade
);

-- Meetings that models have called. They go with the history of their file.
create table IK_TERMIN (
    ID varchar(64) not null,
    VORGANG varchar(64) not null, -- process instance whose meeting it is
    WURZEL varchar(64) not null,
    KOMMUNE varchar(64), -- null: none
    AKTENZEICHEN varchar(255), -- null: confidential, or without
    GREMIUM varchar(64) not null, -- group id
    TITEL varchar(255) not null,
    ORT varchar(255),
    BEGINN timestamp not null,
    ENDE timestamp, -- null: open
    TAGESORDNUNG varchar(20000), -- one point a line
    VERTRAULICH boolean not null,
    ZUSTAND varchar(16) not null, -- angesetzt, abgesagt
    FOLGE int not null, -- SEQUENCE of RFC 5545
    GEAENDERT timestamp not null,
    EINGELADEN varchar(100000), -- who knows of it: addresses, one a line
    constraint IK_TERMIN_PK primary key (ID)
);
create index IK_TERMIN_VORGANG on IK_TERMIN (VORGANG);
create index IK_TERMIN_GREMIUM on IK_TERMIN (GREMIUM, BEGINN);
