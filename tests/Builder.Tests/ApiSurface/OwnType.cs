using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ReportBot.Builder.Tests.ApiSurface;

/// <summary>A type of ours, told in the words <c>official-api.txt</c> uses.</summary>
internal sealed class OwnType(Type type)
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public string Name { get; } = $"{type.Namespace}.{TypeText.Of(type)}";

    public string Kind => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { BaseType: var parent } when parent == typeof(MulticastDelegate) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        _ => "class",
    };

    public IEnumerable<string> Bases()
    {
        if (type.IsEnum || Kind == "delegate")
            return [];
        var interfaces = type.GetInterfaces();
        var implied = interfaces.SelectMany(one => one.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []);
        var parent = type.BaseType is { } direct && direct != typeof(object) ? [direct] : Array.Empty<Type>();
        return parent.Concat(interfaces.Except(implied)).Select(TypeText.Of);
    }

    public IEnumerable<string> Members() => Kind switch
    {
        "enum" => Enum.GetNames(type),
        "delegate" => [$"{TypeText.Of(type.GetMethod("Invoke")!.ReturnType)} {type.Name}({Parameters(type.GetMethod("Invoke")!)})"],
        _ => [.. Fields(), .. Constructors(), .. Properties(), .. Methods()],
    };

    private IEnumerable<string> Fields() =>
        from field in type.GetFields(Declared)
        where field.IsPublic || field.IsFamily
        select field.IsLiteral ? $"const {field.Name}=\"{field.GetRawConstantValue()}\"" : $"static field {TypeText.Of(field.FieldType)} {field.Name}";

    // A constructor of an abstract class is only ever called by a derived one, so whether it is protected makes no difference.
    private IEnumerable<string> Constructors() =>
        from constructor in type.GetConstructors(Declared)
        where !constructor.IsStatic && Seen(constructor)
        select $"{(constructor.IsPublic || type.IsAbstract ? "" : "protected ")}{type.Name.Split('`')[0]}({Parameters(constructor)})";

    private IEnumerable<string> Properties() =>
        from property in type.GetProperties(Declared)
        let getter = property.GetMethod
        where getter is not null && Seen(getter)
        let setter = property.SetMethod is { } set && Seen(set) ? "set;" : ""
        select $"{Modifiers(getter)}{TypeText.Of(property.PropertyType)} {property.Name} {{get;{setter}}}";

    private IEnumerable<string> Methods() =>
        from method in type.GetMethods(Declared)
        where Seen(method) && !method.IsSpecialName
        let arguments = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeText.Of))}>" : ""
        select $"{Modifiers(method)}{TypeText.Of(method.ReturnType)} {method.Name}{arguments}({Parameters(method)})";

    private static bool Seen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Modifiers(MethodInfo method)
    {
        var access = method.IsPublic ? "" : "protected ";
        if (method.DeclaringType!.IsInterface)
            return access;
        if (method.IsStatic)
            return access + "static ";
        if (method.GetBaseDefinition() != method)
            return access + "override ";
        return access + (method.IsAbstract ? "abstract " : method.IsVirtual && !method.IsFinal ? "virtual " : "");
    }

    private static string Parameters(MethodBase method)
    {
        var extends = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return extends + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : parameter.IsOut ? "out " : "";
        var value = parameter switch
        {
            { HasDefaultValue: false } => "",
            { DefaultValue: null, ParameterType.IsValueType: true } => "=default",
            { DefaultValue: null } => "=null",
            { DefaultValue: string text } => $"=\"{text}\"",
            { DefaultValue: bool flag } => flag ? "=true" : "=false",
            { DefaultValue: var other } => string.Create(CultureInfo.InvariantCulture, $"={other}"),
        };
        return $"{prefix}{TypeText.Of(parameter.ParameterType)} {parameter.Name}{value}";
    }
}
