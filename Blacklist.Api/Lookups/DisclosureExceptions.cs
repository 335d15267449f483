using Blacklist.Api.Reference;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Lookups;

/// <summary>Where the law lets a look-up be kept from the person (<c>schema/reference/disclosure-exceptions.json</c>).</summary>
/// <param name="Basis">Act and article.</param>
/// <param name="Departments">Whose look-ups it covers; a site fills it in.</param>
/// <param name="Confirmed">Null while nobody has vouched for it: then the person is told.</param>
internal sealed record DisclosureException(string Id, string Title, string Basis, IReadOnlyList<string> Departments, Confirmation? Confirmed)
{
    public bool Covers(string department) => Confirmed is not null && Departments.Contains(department);
}

internal sealed record DisclosureExceptions(IReadOnlyList<DisclosureException> All)
{
    public static DisclosureExceptions Read() => new(ReferenceFile.ReadJson<DisclosureException[]>("disclosure-exceptions.json"));

    /// <returns>Null where nothing is kept from the person, which is the rule.</returns>
    public DisclosureException? For(string department) => All.FirstOrDefault(exception => exception.Covers(department));
}
