using System.Text.Json;
using CsvHelper;

namespace Blacklist.Api.Reference;

/// <summary>The files of <c>schema/reference</c>, which travel beside the program.</summary>
internal static class ReferenceFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static string ReadText(string name) => File.ReadAllText(PathOf(name));

    /// <summary>Reads a JSON file whose fields are exactly those of the type.</summary>
    public static T ReadJson<T>(string name)
        where T : class =>
        JsonSerializer.Deserialize<T>(ReadText(name), Json) ?? throw new InvalidDataException($"{name} is empty.");

    /// <summary>Reads every row of a CSV file with a header; a row is only valid while it is being read.</summary>
    public static IReadOnlyList<T> ReadRows<T>(string name, Func<CsvReader, T> read)
    {
        using var reader = CsvReader.FromFile(PathOf(name));
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "schema", "reference", name);
}
