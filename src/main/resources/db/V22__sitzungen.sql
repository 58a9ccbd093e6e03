-- Who is logged in, so that another node can go on when theirs is lost. Only people, nobody before the login; it goes with the account.
create table IK_SITZUNG (
    SITZUNG varchar(128) not null,
    PERSON varchar(64) not null,
    ZULETZT timestamp not null, -- UTC, as all times here; may lag a few minutes behind
    SITZUNGSDATEN bytea not null,
    constraint IK_SITZUNG_PK primary key (SITZUNG),
    constraint IK_SITZUNG_PERSON foreign key (PERSON) references ACT_ID_USER (ID_) on delete cascade
);
create index IK_SITZUNG_PERSON_INDEX on IK_SITZUNG (PERSON);
