using System.Globalization;
using System.Text.Json;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Registration;

namespace Blacklist.Api.Eligibility.Reading;

/// <summary>Reads a question in one pass, and gives up at whatever is missing, unknown, given twice or of another type.</summary>
internal ref struct PlainQuestion
{
    private Utf8JsonReader _json;

    private PlainQuestion(ReadOnlySpan<byte> json) => _json = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = EdgeJson.MaxDepth });

    /// <returns>Null when it is not plain.</returns>
    public static EligibilityCheckRequest? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var plain = new PlainQuestion(json);
            plain._json.Read();
            var question = plain.Question();
            return plain._json.Read() ? null : question;
        }
        catch (Exception unlike) when (unlike is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private EligibilityCheckRequest Question()
    {
        var fields = Begin();
        string? reference = null;
        CheckPurpose? purpose = null;
        OrganizationRequest? organization = null;
        IReadOnlyList<ApplicantRequest>? applicants = null;
        while (Field(ref fields))
        {
            if (Is("applicationReference"u8, 0, ref fields))
                reference = Text();
            else if (Is("purpose"u8, 1, ref fields))
                purpose = Word<CheckPurpose>();
            else if (Is("organization"u8, 2, ref fields))
                organization = Organization();
            else if (Is("applicants"u8, 3, ref fields))
                applicants = List(static (ref json) => json.Applicant());
        }

        return new EligibilityCheckRequest(Given(reference), Given(purpose), Given(organization), Given(applicants));
    }

    private OrganizationRequest Organization()
    {
        var fields = Begin();
        string? name = null, region = null, approval = null;
        OrganizationKind? kind = null;
        bool? charitable = null;
        while (Field(ref fields))
        {
            if (Is("name"u8, 0, ref fields))
                name = Text();
            else if (Is("kind"u8, 1, ref fields))
                kind = Word<OrganizationKind>();
            else if (Is("charitable"u8, 2, ref fields))
                charitable = _json.GetBoolean();
            else if (Is("region"u8, 3, ref fields))
                region = Text();
            else if (Is("approval"u8, 4, ref fields))
                approval = IsNull ? null : Text();
        }

        return new OrganizationRequest(Given(name), Given(kind), Given(charitable), Given(region), approval);
    }

    private ApplicantRequest Applicant()
    {
        var fields = Begin();
        string? name = null;
        Position? position = null;
        IReadOnlyList<DocumentRequest>? documents = null;
        DateOnly? birthDate = null;
        Sex? sex = null;
        while (Field(ref fields))
        {
            if (Is("name"u8, 0, ref fields))
                name = Text();
            else if (Is("position"u8, 1, ref fields))
                position = Word<Position>();
            else if (Is("documents"u8, 2, ref fields))
                documents = List(static (ref json) => json.Document());
            else if (Is("birthDate"u8, 3, ref fields))
                birthDate = IsNull ? null : Day();
            else if (Is("sex"u8, 4, ref fields))
                sex = IsNull ? null : Word<Sex>();
        }

        return new ApplicantRequest(Given(name), Given(position), Given(documents), birthDate, sex);
    }

    private DocumentRequest Document()
    {
        var fields = Begin();
        DocumentType? type = null;
        string? number = null, country = null;
        while (Field(ref fields))
        {
            if (Is("type"u8, 0, ref fields))
                type = Word<DocumentType>();
            else if (Is("number"u8, 1, ref fields))
                number = Text();
            else if (Is("issuingCountry"u8, 2, ref fields))
                country = IsNull ? null : Text();
        }

        return new DocumentRequest(Given(type), Given(number), country);
    }

    private delegate T Element<out T>(ref PlainQuestion json);

    private readonly bool IsNull => _json.TokenType == JsonTokenType.Null;

    /// <summary>Which fields of an object were met, as bits, and whether the one at hand was taken.</summary>
    private record struct Met(uint Fields, bool IsTaken);

    private readonly Met Begin() => _json.TokenType == JsonTokenType.StartObject ? new Met(0, IsTaken: true) : throw Strange();

    /// <summary>Goes to the next name; false at the end of the object.</summary>
    private bool Field(ref Met met)
    {
        if (!met.IsTaken)
            throw Strange();
        met.IsTaken = false;
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Whether the field at hand is this one, for the first time; then its value is next.</summary>
    private bool Is(ReadOnlySpan<byte> name, int place, ref Met met)
    {
        if (!_json.ValueTextEquals(name) || (met.Fields & (1u << place)) != 0)
            return false;
        met = new Met(met.Fields | (1u << place), IsTaken: true);
        return _json.Read();
    }

    private List<T> List<T>(Element<T> element)
    {
        if (_json.TokenType != JsonTokenType.StartArray)
            throw Strange();
        var list = new List<T>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
            list.Add(element(ref this));
        return list;
    }

    private readonly string Text() =>
        _json.GetString() is { } text && !(_json.ValueIsEscaped && text.Contains('\0', StringComparison.Ordinal)) ? text : throw Strange();

    private readonly T Word<T>()
        where T : struct, Enum => EnumWords.TryRead<T>(Text(), out var word) ? word : throw Strange();

    private readonly DateOnly Day() =>
        DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Strange();

    private static T Given<T>(T? value)
        where T : class => value ?? throw Strange();

    private static T Given<T>(T? value)
        where T : struct => value ?? throw Strange();

    private static JsonException Strange() => new();
}
