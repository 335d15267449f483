using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace Blacklist.Api.Http;

/// <summary>
/// The version the caller has seen, as the ETag <c>"3"</c>. Without the header (or with <c>*</c>) a command is decided on the state as it is;
/// what was decided is stored only if that state has not moved, so nothing is lost either way.
/// </summary>
internal sealed record IfMatch(long? Version) : IEndpointParameterMetadataProvider
{
    public static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Whether the caller expects another version than this one: then answer <see cref="Problems.VersionConflict"/>.</summary>
    public bool Excludes(long version) => Version is { } expected && expected != version;

    public static ValueTask<IfMatch?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var sent = context.Request.Headers.IfMatch;
        return ValueTask.FromResult<IfMatch?>(new IfMatch(StringValues.IsNullOrEmpty(sent) || sent == "*" ? null : Read(sent)));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new DeclaredParameter("If-Match", InHeader: true, Required: false, typeof(string),
            "ETag of the version the decision rests on, as in `\"3\"`; another version is answered with 412."));
        builder.Metadata.Add(new DeclaredProblems(ProblemKinds.IfMatchInvalid, ProblemKinds.VersionConflict));
    }

    private static long Read(StringValues sent)
    {
        var tag = sent is [{ } only] ? only.StartsWith("W/", StringComparison.Ordinal) ? only[2..] : only : "";
        return tag is ['"', .. var digits, '"'] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new ProblemException(ProblemKinds.IfMatchInvalid);
    }
}
