-- One letter that went, or goes, to many addresses: as it was sent. KOMMUNE and AKTENZEICHEN tell the file.
create table IK_SENDUNG (
    ID varchar(64) not null,
    KOMMUNE varchar(64) not null,
    AKTENZEICHEN varchar(255) not null,
    WURZEL varchar(64) not null, -- root in which it was sent; the letter is kept as long as its history
    VORGANG varchar(64) not null, -- root that carries the jobs
    ANLASS varchar(64) not null,
    BETREFF varchar(255) not null,
    INHALT varchar(20000) not null,
    ANGELEGT timestamp not null, -- UTC
    OFFEN int not null, -- addresses that the mail server has not taken yet
    constraint IK_SENDUNG_PK primary key (ID)
);

create index IK_SENDUNG_AKTE on IK_SENDUNG (KOMMUNE, AKTENZEICHEN);

-- One address of a letter: the proof of sending.
create table IK_POST (
    ID varchar(64) not null,
    SENDUNG varchar(64) not null,
    KOMMUNE varchar(64) not null,
    AKTENZEICHEN varchar(255) not null,
    ANLASS varchar(64) not null,
    ADRESSE varchar(254) not null, -- in lower case
    MESSAGE_ID varchar(320) not null,
    ZUSTAND varchar(16) not null, -- geplant, gesendet, abgewiesen
    FAELLIG timestamp not null, -- UTC
    ZEITPUNKT timestamp, -- UTC, last answer of the mail server
    ANTWORT int,
    constraint IK_POST_PK primary key (ID),
    constraint IK_POST_SENDUNG foreign key (SENDUNG) references IK_SENDUNG (ID),
    constraint IK_POST_EINMAL unique (KOMMUNE, AKTENZEICHEN, ANLASS, ADRESSE)
);

create index IK_POST_SENDUNGEN on IK_POST (SENDUNG);
create index IK_POST_GEPLANT on IK_POST (ZUSTAND, FAELLIG);
