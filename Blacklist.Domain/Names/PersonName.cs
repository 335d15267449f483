using System.Text;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Names;

/// <summary>A person's name as given, with its normal form; its text form is masked.</summary>
public sealed record PersonName
{
    private static readonly Refusal Empty = new("name_empty", "The name is empty.");

    private PersonName(string original, string normal) => (Original, Normal) = (original, normal);

    /// <summary>As it was written.</summary>
    public string Original { get; }

    /// <summary>What two writings of one name share.</summary>
    public string Normal { get; }

    public static Parsed<PersonName> Parse(string text) =>
        string.IsNullOrWhiteSpace(text) ? Empty : new PersonName(text, text.Trim().Normalize(NormalizationForm.FormKC));

    public override string ToString() => Normal[..1] + "**";
}
