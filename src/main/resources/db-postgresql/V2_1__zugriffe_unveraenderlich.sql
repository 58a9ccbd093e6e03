create function IK_ZUGRIFF_UNVERAENDERLICH() returns trigger language plpgsql as $$
begin
    raise exception 'IK_ZUGRIFF is append-only';
end
$$;

create trigger IK_ZUGRIFF_NUR_ANFUEGEN before update or delete or truncate on IK_ZUGRIFF
    for each statement execute function IK_ZUGRIFF_UNVERAENDERLICH();
