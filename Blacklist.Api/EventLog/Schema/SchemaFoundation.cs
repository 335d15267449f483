using Blacklist.Api.Hosting;

namespace Blacklist.Api.EventLog.Schema;

/// <summary>What must be there before the first script: the roles, the schema and the list of scripts. Harmless when there already.</summary>
internal static class SchemaFoundation
{
    /// <remarks>Roles belong to the whole server, so another database's setup may create the same role at the same moment.</remarks>
    public const string Sql = $"""
        DO $$
        BEGIN
          IF to_regrole('{RegistryRoles.Owner}') IS NULL THEN
            BEGIN
              CREATE ROLE {RegistryRoles.Owner} NOLOGIN;
              EXECUTE format('GRANT {RegistryRoles.Owner} TO %I', current_user);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
            END;
          END IF;
          IF to_regrole('{RegistryRoles.App}') IS NULL THEN
            BEGIN
              CREATE ROLE {RegistryRoles.App} LOGIN;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
            END;
          END IF;
          IF to_regrole('{RegistryRoles.Reader}') IS NULL THEN
            BEGIN
              CREATE ROLE {RegistryRoles.Reader} NOLOGIN;
              GRANT {RegistryRoles.Reader} TO {RegistryRoles.App};
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
            END;
          END IF;
          IF NOT pg_has_role('{RegistryRoles.App}', '{RegistryRoles.Reader}', 'MEMBER') THEN
            GRANT {RegistryRoles.Reader} TO {RegistryRoles.App};
          END IF;
          IF NOT has_database_privilege('{RegistryRoles.Owner}', current_database(), 'CREATE') THEN
            EXECUTE format('GRANT CREATE ON DATABASE %I TO {RegistryRoles.Owner}', current_database());
          END IF;
          SET LOCAL ROLE {RegistryRoles.Owner};
          IF to_regnamespace('registry') IS NULL THEN
            CREATE SCHEMA registry;
          END IF;
          IF to_regclass('registry.schema_scripts') IS NULL THEN
            CREATE TABLE registry.schema_scripts (
              number     integer     NOT NULL,
              name       text        NOT NULL,
              sha256     text        NOT NULL,
              applied_at timestamptz NOT NULL DEFAULT now(),
              CONSTRAINT pk_schema_scripts PRIMARY KEY (number)
            );
          END IF;
        END
        $$
        """;
}
