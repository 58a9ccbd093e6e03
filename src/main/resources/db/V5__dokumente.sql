-- Documents as they were signed off. They go with the history of their file when its time is over.
create table IK_DOKUMENT (
    ID varchar(64) not null,
    KOMMUNE varchar(64),
    PROZESSINSTANZ varchar(64) not null, -- frame of the file
    NAME varchar(100) not null,
    FASSUNG int not null, -- counts from 1 for each document of a file
    TITEL varchar(1000) not null,
    ANLASS varchar(255) not null, -- the step that was completed
    ERSTELLT timestamp not null, -- UTC
    PERSON varchar(255), -- who completed it
    VORLAGE varchar(64) not null, -- deployment of the template
    DOCX bytea not null,
    DOCX_SUMME char(64) not null, -- SHA-256
    PDF bytea not null,
    PDF_SUMME char(64) not null,
    constraint IK_DOKUMENT_PK primary key (ID),
    constraint IK_DOKUMENT_FASSUNG unique (PROZESSINSTANZ, NAME, FASSUNG),
    constraint IK_DOKUMENT_AKTE foreign key (PROZESSINSTANZ) references ACT_HI_PROCINST (ID_) on delete cascade
);
