using System.Net;
using System.Text.Json.Nodes;

namespace Blacklist.Tests;

/// <summary>What an eligibility check answered, in the words its reader looks for.</summary>
internal static class CheckAnswers
{
    /// <summary>Of the whole application.</summary>
    public static string Verdict(this ApiAnswer check) => check.ShouldBe(HttpStatusCode.OK)["verdict"]!;

    public static string Verdict(this ApiAnswer check, int applicant) => check.Applicant(applicant)["verdict"]!.ToString();

    public static JsonArray Reasons(this ApiAnswer check, int applicant = 0) => check.Applicant(applicant)["reasons"]!.AsArray();

    /// <summary>The one applicant's verdict and the codes of its reasons, in order.</summary>
    public static void ShouldAnswer(this ApiAnswer check, string verdict, params string[] reasons)
    {
        check.Verdict().ShouldBe(verdict, check.Text);
        check.Verdict(0).ShouldBe(verdict, check.Text);
        check.Reasons().Select(reason => reason!["code"]!.ToString()).ShouldBe(reasons, check.Text);
    }

    private static JsonNode Applicant(this ApiAnswer check, int index) => check.ShouldBe(HttpStatusCode.OK).Body["applicants"]![index]!;
}
