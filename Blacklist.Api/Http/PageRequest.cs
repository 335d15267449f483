using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;

namespace Blacklist.Api.Http;

/// <summary>Which part of a list: <c>limit</c> items after the one whose key the <c>cursor</c> holds.</summary>
/// <typeparam name="TKey">What the list is ordered by: a position, an id, or a slice's own composite key.</typeparam>
internal sealed record PageRequest<TKey>(int Limit, Cursor<TKey>? After) : IEndpointParameterMetadataProvider
    where TKey : IParsable<TKey>
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    /// <summary>The page, from rows of which one more than <see cref="Limit"/> was asked for.</summary>
    public Page<T> Of<T>(IReadOnlyList<T> rows, Func<T, TKey> keyOf) => rows.Count <= Limit
        ? new Page<T>(rows, null)
        : new Page<T>([.. rows.Take(Limit)], new Cursor<TKey>(keyOf(rows[Limit - 1])).ToString());

    public static ValueTask<PageRequest<TKey>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var errors = new FieldErrors();
        var limit = ReadLimit(context.Request.Query["limit"], errors);
        Cursor<TKey>? after = null;
        if (context.Request.Query["cursor"] is { Count: > 0 } cursor && !Cursor<TKey>.TryRead(cursor.ToString(), out after))
            errors.Add("cursor", ProblemKinds.CursorInvalid);
        return errors.Any
            ? throw new ProblemException(Problems.Unprocessable(errors))
            : ValueTask.FromResult<PageRequest<TKey>?>(new PageRequest<TKey>(limit, after));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new DeclaredParameter("limit", InHeader: false, Required: false, typeof(int), $"1 to {MaxLimit}, {DefaultLimit} unless told."));
        builder.Metadata.Add(new DeclaredParameter("cursor", InHeader: false, Required: false, typeof(string), "`nextCursor` of the page before."));
        builder.Metadata.Add(new DeclaredProblems(ProblemKinds.InvalidText, ProblemKinds.OutOfRange, ProblemKinds.CursorInvalid));
    }

    private static int ReadLimit(string? text, FieldErrors errors)
    {
        if (text is null)
            return DefaultLimit;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit is < 1 or > MaxLimit)
            errors.Add("limit", ProblemKinds.OutOfRange, 1, MaxLimit);
        return limit;
    }
}

/// <summary>One page of a list.</summary>
/// <param name="NextCursor">Asks for the page after this one; null on the last.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>Where a page ended. Opaque to callers, but no secret: keys must not be personal data.</summary>
internal sealed record Cursor<TKey>(TKey Key)
    where TKey : IParsable<TKey>
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public override string ToString() => Base64Url.EncodeToString(Strict.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Key}")));

    public static bool TryRead(string text, [NotNullWhen(true)] out Cursor<TKey>? cursor)
    {
        cursor = null;
        try
        {
            var key = Strict.GetString(Base64Url.DecodeFromChars(text));
            if (!key.Any(char.IsControl) && TKey.TryParse(key, CultureInfo.InvariantCulture, out var parsed))
                cursor = new Cursor<TKey>(parsed);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            // not base64url, or not UTF-8 inside: no cursor of ours
        }

        return cursor is not null;
    }
}
