using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Letters;

/// <summary>Why there is no letter: a letter tells what was done, and never before it was done.</summary>
public static class LetterRefusals
{
    public static readonly Refusal NotDue = new("letter_not_due", "The case has not come to the point that this letter tells of.");

    public static readonly Refusal NotRestricted = new("applicant_not_restricted", "The check does not restrict this applicant; there is nothing to explain.");
}
