using System.Globalization;

namespace IntegrationHub.Benchmarks.Measuring;

/// <summary>What Linux tells about processes.</summary>
internal static class ProcessFile
{
    private const double TicksPerSecond = 100;

    /// <summary>CPU of a process, of those below it, and of those below it that ended, in seconds.</summary>
    public static double CpuOfTree(int root)
    {
        var parents = Parents();
        var ticks = 0L;
        foreach (var id in parents.Keys.Where(id => IsBelow(id, root, parents)))
        {
            if (Stat(id) is { } stat)
                ticks += stat.Skip(11).Take(4).Sum(text => long.Parse(text, CultureInfo.InvariantCulture));
        }

        return ticks / TicksPerSecond;
    }

    /// <summary>CPU of one process so far, in seconds; 0 when it is gone.</summary>
    public static double CpuOf(int id) => Stat(id) is { } stat ? stat.Skip(11).Take(2).Sum(text => long.Parse(text, CultureInfo.InvariantCulture)) / TicksPerSecond : 0;

    /// <summary>The topmost process with a name below this one.</summary>
    public static int FindBelowMe(string name)
    {
        var parents = Parents();
        var named = parents.Keys.Where(id => IsBelow(id, Environment.ProcessId, parents) && Name(id) == name).ToHashSet();
        return named.First(id => !named.Contains(parents[id]));
    }

    /// <summary>Largest memory a process had in RAM so far, in megabytes; 0 when it is gone.</summary>
    public static double PeakMegabytes(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.AsSpan(6, line.Length - 9), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static bool IsBelow(int id, int root, Dictionary<int, int> parents)
    {
        while (id != root && parents.TryGetValue(id, out var parent))
            id = parent;
        return id == root;
    }

    private static Dictionary<int, int> Parents()
    {
        var parents = new Dictionary<int, int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var id) && Stat(id) is { } stat)
                parents[id] = int.Parse(stat[1], CultureInfo.InvariantCulture);
        }

        return parents;
    }

    private static string Name(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/comm").Trim();
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>The fields after the name, which may hold spaces; null when the process is gone.</summary>
    private static string[]? Stat(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
