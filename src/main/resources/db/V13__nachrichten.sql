-- Mail about somebody's work says something else to each. It is kept only until the mail server has taken it.
alter table IK_SENDUNG alter column INHALT drop not null;
alter table IK_POST add column BETREFF varchar(255);
alter table IK_POST add column INHALT varchar(20000);
alter table IK_POST add column HTML varchar(100000); -- null: made from INHALT
alter table IK_POST add column KALENDER varchar(20000); -- an invitation to a meeting, RFC 5545
