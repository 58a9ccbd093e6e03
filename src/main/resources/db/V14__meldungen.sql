-- What people are to be told at once about their tasks, and what they were told lately.
create table IK_MELDUNG (
    ID varchar(64) not null,
    PERSON varchar(255) not null,
    KOMMUNE varchar(64) not null, -- '-' is none
    AUFGABE varchar(64) not null,
    ANLASS varchar(16) not null, -- neu, zugewiesen, rueckfrage
    FAELLIG timestamp not null, -- UTC, when the mail goes at the earliest
    ERLEDIGT timestamp, -- UTC, null as long as nobody was told
    LAUF varchar(64), -- the row whose job has taken this one along
    constraint IK_MELDUNG_PK primary key (ID)
);

create index IK_MELDUNG_PERSON on IK_MELDUNG (PERSON, KOMMUNE, FAELLIG);
create index IK_MELDUNG_LAUF on IK_MELDUNG (LAUF);

-- Mail that somebody does not want. What does not stand here they get.
create table IK_WUNSCH (
    PERSON varchar(255) not null,
    ANLASS varchar(16) not null,
    constraint IK_WUNSCH_PK primary key (PERSON, ANLASS)
);
