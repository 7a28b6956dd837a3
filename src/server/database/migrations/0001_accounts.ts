import { sql, type Kysely } from 'kysely'

/** Accounts, areas, devices, hamlets, keys and the access log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table instance (
    id text primary key,
    epoch uuid not null,
    created_at timestamptz not null)`,

  `create table app_user (
    id uuid primary key,
    username text not null unique,
    name text not null,
    role text not null check (role in ('member', 'officer', 'supervisor', 'admin')),
    password_hash text not null,
    disabled boolean not null default false,
    scope_version bigint not null default 1,
    created_at timestamptz not null,
    last_seen_at timestamptz)`,

  `create table app_session (
    token_hash text primary key,
    user_id uuid not null references app_user (id),
    csrf text not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null)`,
  `create index app_session_user on app_session (user_id)`,
  `create index app_session_expiry on app_session (expires_at)`,

  `create table sign_in_guess (
    key text primary key,
    failures integer not null,
    last_at timestamptz not null,
    locked_until timestamptz)`,
  `create index sign_in_guess_age on sign_in_guess (last_at)`,

  `create table server_key (
    id text primary key,
    public_key text not null,
    private_key bytea not null,
    created_at timestamptz not null,
    retired_at timestamptz)`,

  `create table hamlet (
    commune text not null,
    id uuid not null,
    code text not null,
    name text not null,
    labour_target integer not null default 0,
    asxh_target integer not null default 0,
    primary key (commune, id),
    unique (commune, code))`,

  `create table user_commune (
    commune text not null,
    user_id uuid not null references app_user (id),
    whole boolean not null,
    primary key (commune, user_id))`,
  `create index user_commune_user on user_commune (user_id)`,

  `create table user_hamlet (
    commune text not null,
    user_id uuid not null,
    hamlet_id uuid not null,
    primary key (commune, user_id, hamlet_id),
    foreign key (commune, user_id) references user_commune (commune, user_id),
    foreign key (commune, hamlet_id) references hamlet (commune, id))`,
  `create index user_hamlet_user on user_hamlet (user_id)`,

  `create table device (
    commune text not null,
    id uuid not null,
    user_id uuid not null references app_user (id),
    label text not null,
    secret bytea not null,
    enrolled_at timestamptz not null,
    last_seen_at timestamptz,
    revoked_at timestamptz,
    last_counter bigint not null default 0,
    primary key (commune, id))`,

  `create table access_log (
    commune text not null,
    id uuid not null,
    at timestamptz not null,
    user_id uuid not null,
    what text not null,
    record uuid,
    primary key (commune, id))`,
  `create index access_log_time on access_log (commune, at)`,
]
