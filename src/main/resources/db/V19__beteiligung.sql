-- A personal link for somebody without login: for one task and one form. It goes with the history of its file.
create table IK_EINLADUNG (
    ID varchar(64) not null,
    AUFGABE varchar(64) not null,
    NR int not null, -- counts from 1 for each task
    WURZEL varchar(64) not null, -- root of the file
    FORMULAR varchar(255) not null,
    MARKE varchar(64) not null, -- SHA-256 of what stands in the link
    FUER varchar(255), -- whose rows of a list it shows, null for no rows
    NAME varchar(255) not null,
    ADRESSE varchar(254), -- null: printed, or no longer needed
    ERSTELLT timestamp not null, -- all times in UTC
    ERSTELLT_VON varchar(255) not null,
    GILT_BIS timestamp not null, -- no longer at this moment
    WIDERRUFEN timestamp,
    WIDERRUFEN_VON varchar(255),
    BEANTWORTET timestamp, -- at last
    ANTWORTEN int not null,
    constraint IK_EINLADUNG_PK primary key (ID),
    constraint IK_EINLADUNG_MARKE unique (MARKE),
    constraint IK_EINLADUNG_NR unique (AUFGABE, NR),
    constraint IK_EINLADUNG_WURZEL foreign key (WURZEL) references ACT_HI_PROCINST (ID_) on delete cascade
);

create index IK_EINLADUNG_AKTE on IK_EINLADUNG (WURZEL);
