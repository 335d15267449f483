using System.Reflection;
using System.Reflection.Emit;

namespace Blacklist.Tests.Architecture;

/// <summary>What a type names: the members its code calls, and every type in its declarations and in its code.</summary>
internal static class Named
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The type with what is nested in it: lambdas, iterators and async methods are types of their own in the compiled code.</summary>
    public static IEnumerable<Type> Whole(Type type) => type.GetNestedTypes(Declared).SelectMany(Whole).Prepend(type);

    public static HashSet<MemberInfo> Members(Type type) =>
        [.. Whole(type).SelectMany(part => part.GetMembers(Declared).OfType<MethodBase>()).SelectMany(MembersIn).Where(IsWritten)];

    public static HashSet<Type> Types(Type type) =>
    [
        .. Whole(type).SelectMany(part => Declarations(part).Concat(part.GetMembers(Declared).SelectMany(member => TypesOf(member).Concat(Locals(member)))))
            .Concat(Members(type).SelectMany(member => member is Type named ? [named] : TypesOf(member).Append(member.DeclaringType)))
            .OfType<Type>().SelectMany(Parts).Where(IsWritten),
    ];

    /// <summary>Not the compiler's own: lists and constants behind a literal, and iterators that ask on which thread they run.</summary>
    private static bool IsWritten(MemberInfo member) =>
        member.Name != "get_CurrentManagedThreadId" && !member.Name.Contains('<') && (member.DeclaringType is not { } outer || IsWritten(outer));

    private static IEnumerable<Type?> Declarations(Type type) =>
        [type.BaseType, .. type.GetInterfaces(), .. type.CustomAttributes.Select(attribute => attribute.AttributeType)];

    private static IEnumerable<Type?> TypesOf(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        MethodBase method =>
        [
            (method as MethodInfo)?.ReturnType,
            .. method.GetParameters().Select(parameter => parameter.ParameterType),
            .. method.IsGenericMethod ? method.GetGenericArguments() : [],
        ],
        _ => [],
    };

    /// <summary>Of a type's own methods; what a method that it calls uses inside is not named by it.</summary>
    private static IEnumerable<Type> Locals(MemberInfo member) =>
        member is MethodBase method ? method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [] : [];

    /// <summary>The type without array and reference, its arguments, and itself as it is declared.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericParameter ? []
        : type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];

    private static IEnumerable<MemberInfo> MembersIn(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
        {
            yield break;
        }

        var ofType = method.DeclaringType is { IsGenericType: true } declaring ? declaring.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var opCode = OpCodesByValue[code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at]];
            at += opCode.Size;
            if (opCode.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                yield return method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod)!;
            }

            at += opCode.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }
}
