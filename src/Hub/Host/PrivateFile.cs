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
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 64 * 1024, Options = FileOptions.Asynchronous };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return new FileStream(path, options);
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
}
