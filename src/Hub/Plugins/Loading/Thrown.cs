using System.Reflection;

namespace IntegrationHub.Plugins.Loading;

/// <summary>Says what a plugin threw without repeating its message, which may hold anything.</summary>
static class Thrown
{
    /// <summary>The exception's type and that of its causes; for a library that is missing, which one.</summary>
    public static string Describe(Exception exception)
    {
        var chain = new List<string>();
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is TargetInvocationException && e.InnerException is not null)
                continue;
            chain.Add(e.GetType().FullName + Detail(e));
        }

        return string.Join(", caused by ", chain);
    }

    private static string Detail(Exception e) => e switch
    {
        FileNotFoundException { FileName: { } file } => $" ({Path.GetFileName(file)})",
        FileLoadException { FileName: { } file } => $" ({Path.GetFileName(file)})",
        TypeLoadException { TypeName.Length: > 0 } load => $" ({load.TypeName})",
        _ => "",
    };
}
