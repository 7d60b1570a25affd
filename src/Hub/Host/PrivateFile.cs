using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Host;

/// <summary>A new file that only the account that runs this can read: what is in it names people, or could.</summary>
internal static class PrivateFile
{
    /// <exception cref="PermanentFailureException">It exists, or cannot be made.</exception>
    public static FileStream Create(string path)
    {
        try
        {
            return Open(path, FileMode.CreateNew);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new PermanentFailureException($"{path} exists. Give another name; nothing is written over.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PermanentFailureException($"{path} cannot be written: the folder does not exist, is full, or may not be written by this account.", exception);
        }
    }

    /// <summary>Opens it, alone; where it is made, for this account alone.</summary>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 64 * 1024, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows() && mode is not FileMode.Open)
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    /// <summary>Makes the folder that a file is to be in; root makes it for whom the folder around it is.</summary>
    public static void MakeFolderOf(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (Directory.Exists(folder))
            return;
        MakeFolderOf(folder);
        Directory.CreateDirectory(folder);
        FileOwner.Give(folder, asOf: Path.GetDirectoryName(folder)!);
    }

    /// <summary>Makes an empty file where none is, for whom the folder is: a database gets what SQLite puts beside it with the same owner and mode.</summary>
    public static void MakeEmpty(string path)
    {
        MakeFolderOf(path);
        if (File.Exists(path))
            return;
        try
        {
            Open(path, FileMode.CreateNew).Dispose();
            FileOwner.Give(path, asOf: Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first, and made it likewise.
        }
    }
}
