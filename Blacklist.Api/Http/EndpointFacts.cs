namespace Blacklist.Api.Http;

/// <summary>Endpoint metadata: refusals this endpoint can answer. Parameter types bring theirs, slices add their own.</summary>
internal sealed record DeclaredProblems(params IReadOnlyList<ProblemKind> Kinds);

/// <summary>Endpoint metadata: a header or query parameter that a parameter type reads by itself.</summary>
/// <param name="Type">The scalar it holds; decides how the API document describes it.</param>
internal sealed record DeclaredParameter(string Name, bool InHeader, bool Required, Type Type, string Description);
