using System.Buffers.Binary;
using Blacklist.Api.Eligibility.Effects;
using Npgsql;

namespace Blacklist.Api.Eligibility.Trail;

/// <summary>Which checks asked about a person, by the person's documents: from the watch list, and from the checks that are not in it yet.</summary>
internal sealed class CheckSubjectRows(NpgsqlDataSource database, EffectsRecord effects, StoredQuestions questions, SubjectKeys keys)
{
    /// <param name="documents">Their keyed digests.</param>
    public async Task<IReadOnlyCollection<Guid>> ChecksAbout(IEnumerable<byte[]> documents, CancellationToken cancellation)
    {
        long[] sought = [.. documents.Select(digest => BinaryPrimitives.ReadInt64BigEndian(digest))];
        var found = new HashSet<Guid>();
        await foreach (var check in effects.Unwatched().WithCancellation(cancellation))
        {
            if (questions.Applicants(check).SelectMany(applicant => keys.OfDocuments(applicant.Identity)).Any(sought.Contains))
            {
                found.Add(check.Id);
            }
        }

        found.UnionWith(await Watched(sought, cancellation)); // after the others: whoever is watched meanwhile is found here
        return found;
    }

    private async Task<HashSet<Guid>> Watched(long[] sought, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            SELECT DISTINCT check_id FROM registry.check_subjects
             WHERE person = ANY (ARRAY(SELECT person FROM registry.asked_persons WHERE keys && $1))
            """);
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = sought });
        var found = new HashSet<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(reader.GetGuid(0));
        }

        return found;
    }
}
