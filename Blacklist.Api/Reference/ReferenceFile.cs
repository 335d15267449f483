using CsvHelper;

namespace Blacklist.Api.Reference;

/// <summary>The files of <c>schema/reference</c>, which travel beside the program.</summary>
internal static class ReferenceFile
{
    public static string ReadText(string name) => File.ReadAllText(PathOf(name));

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
