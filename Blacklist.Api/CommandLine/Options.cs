using Blacklist.Api.Hosting;

namespace Blacklist.Api.CommandLine;

/// <summary>What follows a command: pairs of <c>--name value</c>, or <c>--name</c> alone for a switch.</summary>
internal sealed class Options
{
    private readonly string _command;
    private readonly Dictionary<string, string> _values = [];

    /// <param name="names">Those that take a value.</param>
    /// <param name="switches">Those that take none.</param>
    public Options(string command, string[] words, string[] names, string[] switches)
    {
        _command = command;
        for (var i = 0; i < words.Length; i++)
        {
            if (switches.Contains(words[i]))
            {
                _values[words[i]] = "";
            }
            else if (names.Contains(words[i]))
            {
                _values[words[i]] = ++i < words.Length ? words[i] : throw Problem($"{words[^1]} needs a value");
            }
            else
            {
                throw Problem($"it does not know '{words[i]}'");
            }
        }
    }

    public string this[string name] => _values.TryGetValue(name, out var value) && value.Length > 0 ? value : throw Problem($"{name} is missing");

    public bool Has(string name) => _values.ContainsKey(name);

    public string[] List(string name) => Has(name) ? this[name].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>The person typed something else than the command understands.</summary>
    public StartProblem Problem(string what) => new($"{_command}: {what}. See 'help'.") { ExitCode = HelpCommand.NotUnderstood };
}
