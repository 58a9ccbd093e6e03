-- A set of changed models, rules, forms and templates on its way from the first draft to the deployment, and what became of it.
create table IK_MODELLVORSCHLAG (
    ID varchar(64) not null,
    TITEL varchar(255) not null,
    NOTIZ varchar(4000),
    STUFE varchar(8), -- patch, minor, major; null as long as nobody has said
    ZUSTAND varchar(16) not null, -- entwurf, freigabe, bereitgestellt, verworfen
    NIMMT_ZURUECK varchar(64), -- the proposal that this one takes back
    ZUORDNUNG bytea, -- JSON: for each process, former step to step, as confirmed by hand
    ANGELEGT_VON varchar(255) not null,
    ANGELEGT_AM timestamp not null, -- UTC, as all times here
    GEAENDERT_VON varchar(255), -- who last changed more than its title; null when nobody has
    FREIGABE_VON varchar(255),
    FREIGABE_AM timestamp,
    BEREITGESTELLT_VON varchar(255),
    BEREITGESTELLT_AM timestamp,
    BEREITSTELLUNG varchar(64), -- deployment of the engine
    REV_ int not null,
    constraint IK_MODELLVORSCHLAG_PK primary key (ID)
);

create table IK_MODELLDATEI (
    VORSCHLAG varchar(64) not null,
    NAME varchar(255) not null,
    INHALT bytea not null,
    GRUNDLAGE varchar(64), -- deployment that held the newest version when the file came here; null when there was none
    GEAENDERT_VON varchar(255), -- who brought or changed it last
    VORHER bytea, -- what the deployment replaced; null before, and when there was nothing
    constraint IK_MODELLDATEI_PK primary key (VORSCHLAG, NAME),
    constraint IK_MODELLDATEI_VORSCHLAG foreign key (VORSCHLAG) references IK_MODELLVORSCHLAG (ID) on delete cascade
);
