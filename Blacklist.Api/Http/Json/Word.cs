using System.Reflection;
using Blacklist.Api.EventLog.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace Blacklist.Api.Http.Json;

/// <summary>A value of an enum in the query, in the words that JSON has for it. A parameter of type <c>Word&lt;T&gt;?</c> may be left out.</summary>
internal sealed record Word<T>(T Value) : IEndpointParameterMetadataProvider
    where T : struct, Enum
{
    public static ValueTask<Word<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (context.Request.Query[parameter.Name!] is not { Count: > 0 } sent)
            return ValueTask.FromResult<Word<T>?>(null);
        if (EnumWords.TryRead<T>(sent.ToString(), out var value))
            return ValueTask.FromResult<Word<T>?>(new Word<T>(value));
        var errors = new FieldErrors();
        errors.Add(parameter.Name!, ProblemKinds.ValueNotAllowed, string.Join(", ", EnumWords.All<T>()));
        throw new ProblemException(Problems.Unprocessable(errors));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new DeclaredParameter(parameter.Name!, InHeader: false, Required: false, typeof(T), "Only those of this kind."));
        builder.Metadata.Add(new DeclaredProblems(ProblemKinds.ValueNotAllowed));
    }
}
