-- Who is away, from the first to the last day, both by the German calendar, and who stands in for them.
create table IK_ABWESENHEIT (
    ID varchar(64) not null,
    PERSON varchar(255) not null,
    BEGINN date not null,
    ENDE date not null,
    VERTRETUNG_PERSON varchar(255), -- null: the role of each task
    constraint IK_ABWESENHEIT_PK primary key (ID)
);
create index IK_ABWESENHEIT_WER on IK_ABWESENHEIT (PERSON, ENDE);
create index IK_ABWESENHEIT_WANN on IK_ABWESENHEIT (ENDE, BEGINN);

-- Each entry, change and early end as it was made, never changed afterwards: who did it, when, and what has held since.
create table IK_ABWESENHEIT_VERLAUF (
    ID varchar(64) not null,
    ABWESENHEIT varchar(64) not null,
    WAS varchar(16) not null, -- eingetragen, geaendert, beendet, aufgehoben
    PERSON varchar(255) not null,
    BEGINN date not null,
    ENDE date not null,
    VERTRETUNG_PERSON varchar(255),
    GESCHEHEN_VON varchar(255) not null,
    GESCHEHEN_AM timestamp not null, -- UTC, as all times here
    constraint IK_ABWESENHEIT_VERLAUF_PK primary key (ID)
);
create index IK_ABWESENHEIT_VERLAUF_WER on IK_ABWESENHEIT_VERLAUF (PERSON, GESCHEHEN_AM);

-- Where a task has gone meanwhile, and whose it is when that is over.
create table IK_VERTRETUNG (
    ID varchar(64) not null,
    AUFGABE varchar(64) not null,
    KOMMUNE varchar(64) not null,
    FUER_PERSON varchar(255), -- who is away
    INHABER_PERSON varchar(255), -- who gets it back; null: the role
    HALTER_PERSON varchar(255), -- who has it; null: the role
    STELLE varchar(64), -- role that was added for that time; null: none
    ABGEGEBEN boolean not null, -- who stood in has given it to the role
    SEIT timestamp not null,
    BIS timestamp, -- null: still
    AUSGANG varchar(16), -- zurueck, weiter, von-hand, erledigt
    constraint IK_VERTRETUNG_PK primary key (ID)
);
create index IK_VERTRETUNG_AUFGABE on IK_VERTRETUNG (AUFGABE, BIS);
create index IK_VERTRETUNG_KOMMUNE on IK_VERTRETUNG (KOMMUNE, BIS);

-- Who has handed over everything for good, to whom, and who brought it about.
create table IK_UEBERGABE (
    ID varchar(64) not null,
    ABGEBENDE_PERSON varchar(255) not null,
    NEUE_PERSON varchar(255) not null,
    VERANLASST_VON varchar(255) not null,
    VERANLASST_AM timestamp not null,
    AUFGABEN int not null, -- given to the other person
    ZURUECK int not null, -- given back to their role
    STELLEN int not null, -- places in files with the other name
    constraint IK_UEBERGABE_PK primary key (ID)
);
