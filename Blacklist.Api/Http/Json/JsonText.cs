using System.Text.Json;

namespace Blacklist.Api.Http.Json;

internal static class JsonText
{
    /// <summary>
    /// Whether a JSON string or name is text that PostgreSQL and every later reader can hold: no NUL, no lone surrogate.
    /// In valid UTF-8 without raw control characters, only an escape can bring them in.
    /// </summary>
    public static bool IsText(this ref readonly Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return true;
        try
        {
            return !reader.GetString()!.Contains('\0', StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
