-- Who has read which file: written, never changed. Each entry carries the hash of the one before it.
create table IK_ZUGRIFF (
    NUMMER bigint not null,
    ZEITPUNKT timestamp not null, -- UTC
    PERSON varchar(255) not null,
    KOMMUNE varchar(64),
    PROZESSINSTANZ varchar(64), -- root of the file
    AKTENZEICHEN varchar(255),
    ART varchar(255) not null,
    VERTRAULICH boolean not null,
    VORHER char(64) not null,
    PRUEFSUMME char(64) not null,
    constraint IK_ZUGRIFF_PK primary key (NUMMER)
);

create index IK_ZUGRIFF_AKTE on IK_ZUGRIFF (AKTENZEICHEN, NUMMER);
create index IK_ZUGRIFF_PERSON on IK_ZUGRIFF (PERSON, NUMMER);

-- The end of the chain, and the lock that all nodes take to lengthen it.
create table IK_ZUGRIFF_ENDE (
    ID int not null,
    NUMMER bigint not null,
    PRUEFSUMME char(64) not null,
    constraint IK_ZUGRIFF_ENDE_PK primary key (ID)
);

insert into IK_ZUGRIFF_ENDE (ID, NUMMER, PRUEFSUMME)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
