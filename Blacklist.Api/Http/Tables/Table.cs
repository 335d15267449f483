namespace Blacklist.Api.Http.Tables;

/// <summary>A table of texts whose rows are read while it is written.</summary>
internal sealed record Table(IEnumerable<string> Headings, IAsyncEnumerable<IReadOnlyList<string>> Rows);
