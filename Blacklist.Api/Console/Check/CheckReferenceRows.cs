using Blacklist.Api.Security.Walls;
using Npgsql;

namespace Blacklist.Api.Console.Check;

/// <summary>How people call a check: by the number of the application it was for.</summary>
internal sealed class CheckReferenceRows(WithinReach database)
{
    public async Task<CheckReferences> Of(IEnumerable<Guid> checks, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT id, application_reference FROM registry.eligibility_checks WHERE id = ANY ($1)");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. checks.Distinct()] });
        var references = new Dictionary<Guid, string>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            references[reader.GetGuid(0)] = reader.GetString(1);
        }

        return new CheckReferences(references);
    }
}

/// <summary>Checks by their application's number; one that is no longer kept is called by its id.</summary>
internal sealed class CheckReferences(IReadOnlyDictionary<Guid, string> references)
{
    public string this[Guid check] => references.GetValueOrDefault(check) ?? check.ToString();
}
