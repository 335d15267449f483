using Blacklist.Api.Receipts;
using Blacklist.Api.Receipts.Roots;
using Npgsql;

namespace Blacklist.Api.Eligibility.Receipts;

/// <summary>An answer with its root, as columns of a row.</summary>
internal static class GivenAnswerRows
{
    /// <summary>Of <c>given</c>, a row of <c>registry.eligibility_checks</c>, and of <see cref="Join"/>.</summary>
    public const string Columns =
        "given.answer, given.reliable_until, given.commitments, given.leaf, root.chain, root.number, root.previous, root.position, root.leaves, root.kid, root.signature";

    public const int Width = 11;

    public const string Join = "LEFT JOIN registry.receipt_roots AS root ON root.chain = given.root_chain AND root.number = given.root_number";

    public static GivenAnswer Read(NpgsqlDataReader row) => row.IsDBNull(4)
        ? new GivenAnswer(new LeafContent(row.GetFieldValue<byte[]>(0), reliableUntil: null, []), Root: null, Leaf: 0)
        : new GivenAnswer(
            new LeafContent(row.GetFieldValue<byte[]>(0), row.IsDBNull(1) ? null : row.GetFieldValue<DateOnly>(1), row.GetFieldValue<byte[]>(2)),
            SignedRoot.Restore(
                row.GetGuid(4), row.GetInt64(5), row.GetFieldValue<byte[]>(6), row.GetInt64(7), row.GetFieldValue<byte[]>(8), row.GetString(9), row.GetFieldValue<byte[]>(10)),
            row.GetInt32(3));

    /// <summary>The root's parameters of <c>registry.record_checks</c>, and of whatever else stores a root, in their order.</summary>
    public static void Add(NpgsqlParameterCollection parameters, SignedRoot root)
    {
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = root.Statement.Chain });
        parameters.Add(new NpgsqlParameter<long> { TypedValue = root.Statement.Number });
        parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = root.Statement.Previous });
        parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = root.Head });
        parameters.Add(new NpgsqlParameter<long> { TypedValue = root.Statement.Position });
        parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = root.Tree.LeafHashes });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = root.Kid });
        parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = root.Signature });
    }
}
