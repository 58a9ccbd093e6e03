-- What the product has shipped, and what became of it. A file has one row as long as nobody has to decide; rows with a decision stay.
create table IK_AUSLIEFERUNG (
    DATEI varchar(255) not null,
    NUMMER int not null, -- counts per file, the newest is the highest
    INHALT bytea not null, -- as shipped
    SEIT timestamp not null, -- UTC, as all times here
    -- geliefert: in force, or changed here and not touched; entfallen: no longer shipped; offen: to be decided;
    -- behalten, uebernommen, zusammengefuehrt: decided, the latter two in force when VORSCHLAG is deployed
    ZUSTAND varchar(16) not null,
    VORSCHLAG varchar(64),
    ENTSCHIEDEN_VON varchar(255),
    ENTSCHIEDEN_AM timestamp,
    constraint IK_AUSLIEFERUNG_PK primary key (DATEI, NUMMER)
);
