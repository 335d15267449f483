namespace Blacklist.Tests.EventLog;

/// <summary>
/// What Marten 9 would find: guid streams, optional metadata columns on, <c>EnableUniqueIndexOnEventId</c>. Names of keys as its schema
/// library makes them (<c>pkey_{table}_{columns}</c>), except where Marten names them itself.
/// </summary>
public sealed class MartenLayoutTests : IAsyncLifetime
{
    private LogDatabase database = null!;

    public async Task InitializeAsync() => database = await LogDatabase.Create();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Theory]
    [InlineData("mt_streams", """
        id uuid NOT NULL
        type character varying
        version bigint
        timestamp timestamp with time zone NOT NULL DEFAULT now()
        created timestamp with time zone NOT NULL DEFAULT now()
        tenant_id character varying DEFAULT '*DEFAULT*'::character varying
        is_archived boolean DEFAULT false
        """)]
    [InlineData("mt_events", """
        seq_id bigint NOT NULL
        id uuid NOT NULL
        stream_id uuid
        version bigint NOT NULL
        data jsonb NOT NULL
        bdata bytea
        type character varying(500) NOT NULL
        timestamp timestamp with time zone NOT NULL DEFAULT now()
        tenant_id character varying DEFAULT '*DEFAULT*'::character varying
        mt_dotnet_type character varying
        correlation_id character varying
        causation_id character varying
        headers jsonb
        user_name character varying
        is_archived boolean DEFAULT false
        """)]
    [InlineData("mt_event_progression", """
        name character varying NOT NULL
        last_seq_id bigint
        last_updated timestamp with time zone DEFAULT transaction_timestamp()
        """)]
    public async Task A_table_has_Martens_columns(string table, string columns) =>
        (await database.Scalar<string>($"""
            SELECT string_agg(concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'NOT NULL' END,
                     'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid)), E'\n' ORDER BY a.attnum)
              FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
             WHERE a.attrelid = 'registry.{table}'::regclass AND a.attnum > 0 AND NOT a.attisdropped
            """)).ShouldBe(columns.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("mt_streams", "pkey_mt_streams_id PRIMARY KEY (id)")]
    [InlineData("mt_events", """
        fkey_mt_events_stream_id FOREIGN KEY (stream_id) REFERENCES registry.mt_streams(id) ON DELETE CASCADE
        pkey_mt_events_seq_id PRIMARY KEY (seq_id)
        """)]
    [InlineData("mt_event_progression", "pk_mt_event_progression PRIMARY KEY (name)")]
    public async Task A_table_has_Martens_constraints(string table, string constraints) =>
        (await database.Scalar<string>($"""
            SELECT string_agg(conname || ' ' || pg_get_constraintdef(oid), E'\n' ORDER BY conname COLLATE "C")
              FROM pg_constraint WHERE conrelid = 'registry.{table}'::regclass
            """)).ShouldBe(constraints.ReplaceLineEndings("\n"));

    [Fact]
    public async Task The_events_have_Martens_indexes() =>
        (await database.Scalar<string>("""
            SELECT string_agg(indexdef, E'\n' ORDER BY indexname COLLATE "C") FROM pg_indexes WHERE schemaname = 'registry' AND tablename = 'mt_events'
            """)).ShouldBe("""
            CREATE UNIQUE INDEX idx_mt_events_event_id ON registry.mt_events USING btree (id)
            CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON registry.mt_events USING btree (stream_id, version)
            CREATE UNIQUE INDEX pkey_mt_events_seq_id ON registry.mt_events USING btree (seq_id)
            """.ReplaceLineEndings("\n"));

    [Fact]
    public async Task The_sequence_belongs_to_the_events() =>
        (await database.Scalar<string>("SELECT pg_get_serial_sequence('registry.mt_events', 'seq_id')")).ShouldBe("registry.mt_events_sequence");
}
