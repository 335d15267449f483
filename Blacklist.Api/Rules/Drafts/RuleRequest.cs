using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Rules.Drafts;

/// <summary>A row of the catalogue, whole.</summary>
/// <param name="Id">Stable, kebab-case. A rule of this id that stands already is replaced when the draft is adopted.</param>
/// <param name="Term">A period such as P5Y, or the word indefinite.</param>
/// <param name="TermNote">Where the act names no term: whose decision the term is.</param>
/// <param name="ValidFrom">First day of validity; null when unknown, and then the rule never restricts.</param>
/// <param name="ValidTo">Last day of validity; null while it is in force.</param>
/// <param name="Confirmed">Who confirmed the text, when; a rule without it never restricts.</param>
internal sealed record RuleRequest(
    string Id,
    string Title,
    string Article,
    IssuerLevel Level,
    Scope AppliesTo,
    BarRequest Bars,
    StartEvent Starts,
    string Term,
    string? TermNote,
    Effect Effect,
    IReadOnlyList<Element> Elements,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string Source,
    Confirmation? Confirmed)
{
    private const int MostInList = 20;

    /// <summary>The row, or null after everything that is wrong was noted.</summary>
    public Rule? Read(FieldErrors fields)
    {
        fields.Read("id", RuleId.Parse(Id));
        var (title, article, source) = (fields.Text("title", Title, 200), fields.Text("article", Article, 100), fields.Text("source", Source, 1000));
        var note = fields.OptionalText("termNote", TermNote, 500);
        var term = fields.Read("term", Domain.Calendar.Term.Parse(Term));
        var confirmed = Confirmed is null ? null : Confirmed with { By = fields.At("confirmed").Text("by", Confirmed.By, 200) };
        var appliesTo = ReadScope(fields.At("appliesTo"));
        var bars = Bars.Read(fields.At("bars"));
        var elements = ReadList(fields, "elements", Elements);
        return fields.Any
            ? null
            : new Rule(Id, title, article, Level, appliesTo, bars!, Starts, term!, note, Effect, elements, ValidFrom, ValidTo, source, confirmed);
    }

    /// <summary>Each once, in the order of the vocabulary: the same row written otherwise is the same row.</summary>
    internal static IReadOnlyList<T> ReadList<T>(FieldErrors fields, string field, IReadOnlyList<T> list)
        where T : struct, Enum
    {
        fields.Count(field, list, 0, MostInList);
        return [.. list.Distinct().Order()];
    }

    private Scope ReadScope(FieldErrors fields) => new(
        ReadList(fields, "dispositions", AppliesTo.Dispositions),
        ReadList(fields, "parts", AppliesTo.Parts),
        ReadList(fields, "organizationKinds", AppliesTo.OrganizationKinds));
}

/// <summary>From what the rule bars. An empty list means: all.</summary>
/// <param name="ReviewPositions">Positions the text may cover; a person decides.</param>
/// <param name="Region">Where applications are barred: the code and everything below it; 000000 is the whole country.</param>
internal sealed record BarRequest(
    IReadOnlyList<Position> Positions,
    IReadOnlyList<Position> ReviewPositions,
    IReadOnlyList<OrganizationKind> OrganizationKinds,
    bool CharitableOnly,
    string Region)
{
    public Bar? Read(FieldErrors fields)
    {
        var region = fields.Read("region", RegionCode.Parse(Region));
        var bar = new Bar(
            RuleRequest.ReadList(fields, "positions", Positions), RuleRequest.ReadList(fields, "reviewPositions", ReviewPositions),
            RuleRequest.ReadList(fields, "organizationKinds", OrganizationKinds), CharitableOnly, region ?? RegionCode.Nation);
        return region is null ? null : bar;
    }
}
