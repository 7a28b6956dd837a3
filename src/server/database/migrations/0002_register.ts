import { sql, type Kysely } from 'kysely'

/** Records, operations, the change number and the registry of personal numbers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table record (
    commune text not null,
    id uuid not null,
    kind text not null check (kind in ('household', 'person', 'labour', 'asxh')),
    form text not null,
    hamlet uuid not null,
    household uuid,
    person uuid,
    answers jsonb not null,
    version integer not null,
    status text not null check (status in ('live', 'submitted', 'returned', 'accepted')),
    round integer not null,
    notes jsonb not null,
    submission jsonb,
    reviewed_by uuid,
    reviewed_at timestamptz,
    changes jsonb not null,
    holds jsonb not null,
    warnings jsonb not null,
    reasons jsonb not null,
    meta jsonb not null,
    seq bigint not null,
    primary key (commune, id),
    unique (commune, seq),
    foreign key (commune, hamlet) references hamlet (commune, id),
    foreign key (commune, household) references record (commune, id),
    foreign key (commune, person) references record (commune, id))`,
  `create index record_hamlet on record (commune, hamlet, seq)`,

  `create table operation (
    commune text not null,
    seq bigint not null,
    device uuid not null,
    counter bigint not null,
    author uuid not null,
    record uuid,
    type text not null,
    payload jsonb not null,
    outcome jsonb not null,
    changes jsonb not null,
    received_at timestamptz not null,
    device_time text,
    run uuid not null,
    primary key (commune, seq),
    unique (commune, device, counter))`,
  `create index operation_record on operation (commune, record, seq)`,

  `create table commune_seq (
    commune text primary key,
    n bigint not null)`,

  `create table number_registry (
    hash text not null,
    commune text not null,
    record uuid not null,
    person uuid not null,
    primary key (hash, commune, record))`,
]
