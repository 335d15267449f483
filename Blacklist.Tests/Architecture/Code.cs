using System.Reflection;
using System.Runtime.CompilerServices;
using Blacklist.Api.Http;
using Blacklist.Domain.Kernel;

namespace Blacklist.Tests.Architecture;

/// <summary>The code of the product, as compiled and as written.</summary>
internal static class Code
{
    public static readonly Assembly DomainCode = typeof(IEvent).Assembly;

    public static readonly Assembly ApiCode = typeof(Problem).Assembly;

    public static IEnumerable<Type> Events => TypesOf(DomainCode).Where(type => type.IsAssignableTo(typeof(IEvent)) && !type.IsInterface);

    /// <summary>Every type that decides.</summary>
    public static IEnumerable<Type> Commands => TypesOf(DomainCode).Where(type => Decide(type) is not null);

    public static MethodInfo? Decide(Type command) =>
        command.GetMethods(BindingFlags.Public | BindingFlags.Static).SingleOrDefault(method => method.ReturnType == typeof(Outcome) && method.Name == "Decide");

    /// <summary>The types somebody wrote, without those nested in them.</summary>
    public static IEnumerable<Type> TypesOf(Assembly assembly) => assembly.GetTypes()
        .Where(type => !type.IsNested && type.Namespace?.StartsWith("Blacklist.", StringComparison.Ordinal) == true
            && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.Name.Contains('<'));

    /// <summary>Name of the folder in the project, such as <c>Listings</c> of <c>Blacklist.Api/Listings/…</c>; empty for the project's own files.</summary>
    public static string FolderOf(Type type) => type.Namespace?.Split('.') is ["Blacklist", _, var folder, ..] ? folder : "";

    /// <summary>C# files of a project, as paths relative to the root with forward slashes.</summary>
    public static IEnumerable<string> Files(string project) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => path.Split('/') is [_, not ("bin" or "obj"), ..])
            .Order(StringComparer.Ordinal);

    public static IEnumerable<string> ProductionFiles => Files("Blacklist.Api").Concat(Files("Blacklist.Domain"));

    public static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    /// <summary>The file that is named after the type.</summary>
    public static string? FileOf(Type type) =>
        Files(type.Assembly.GetName().Name!).SingleOrDefault(file => Path.GetFileNameWithoutExtension(file) == type.Name);
}
