-- What is known of a Kommune beside the name, which its tenant carries. The values are those of the start form.
create table IK_KOMMUNE (
    KOMMUNE varchar(64) not null,
    ART varchar(64),
    GREMIUM varchar(64),
    LEITUNG varchar(64),
    constraint IK_KOMMUNE_PK primary key (KOMMUNE)
);
