namespace Blacklist.Api.Console.Lists;

/// <summary>A column of a list as a file has it.</summary>
/// <param name="Key">Of its heading.</param>
/// <param name="Text">What stands in it; blank where there is nothing to say.</param>
internal sealed record Column<TItem>(string Key, Func<TItem, string?> Text);
