/**
 * Every line of the audit carries the digest of the line before it: a line that is changed, taken out or put in between
 * breaks the chain. The database itself makes the digests, whoever writes.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table audit add column previous_digest bytea, add column digest bytea;
    -- The end of the chain. Whoever writes a line holds it until their commit, so that lines are chained in one order.
    create table audit_head (is_only boolean primary key default true check (is_only), id bigint not null, digest bytea not null);

    create function audit_digest(line audit) returns bytea language sql immutable as $$
      select sha256(line.previous_digest || convert_to(jsonb_build_array(
        line.id, extract(epoch from line.at)::text, line.actor, line.action, line.area_id, line.subject, line.detail)::text, 'UTF8'))
    $$;

    create function chain_audit() returns trigger language plpgsql as $$
      begin
        -- Numbered under the lock, without gaps, so that the numbers stand in the order of the chain.
        select digest, id + 1 into new.previous_digest, new.id from audit_head for update;
        new.digest := audit_digest(new);
        update audit_head set id = new.id, digest = new.digest;
        return new;
      end $$;

    alter table audit disable trigger audit_never_changes;
    insert into audit_head (id, digest) values (0, sha256('mot-cua'));
    do $$
      declare line audit;
      begin
        for line in select * from audit order by id loop
          select digest into line.previous_digest from audit_head;
          line.digest := audit_digest(line);
          update audit set previous_digest = line.previous_digest, digest = line.digest where id = line.id;
          update audit_head set id = line.id, digest = line.digest;
        end loop;
      end $$;
    alter table audit enable trigger audit_never_changes;
    alter table audit alter column previous_digest set not null, alter column digest set not null;
    create trigger audit_is_chained before insert on audit for each row execute function chain_audit();
  `.execute(db)
}
