using Blacklist.Api.Http;
using Blacklist.Domain.Identity;

namespace Blacklist.Api.Commands;

/// <summary>Reads what a clerk writes in words. A wrong text is noted and comes back empty; the desk then carries nothing out.</summary>
internal static class WrittenText
{
    /// <param name="most">Characters allowed.</param>
    public static string Text(this FieldErrors fields, string field, string text, int most) => fields.Read(field, FreeText.Parse(text, most)) ?? "";

    public static string? OptionalText(this FieldErrors fields, string field, string? text, int most) =>
        fields.ReadOptional(field, text, given => FreeText.Parse(given, most));
}
