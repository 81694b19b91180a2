@echo off
rem Starts Chancery from an unpacked copy of chancery.jar with an archive of its loaded classes, as the script "chancery" does.
setlocal
set "HOME_=%~dp0"
set "JAVA_=java"
if defined JAVA_HOME set "JAVA_=%JAVA_HOME%\bin\java"
for %%F in ("%HOME_%chancery.jar") do set "KEY=%%~zF-%%~tF"
set "KEY=%KEY:/=-%"
set "KEY=%KEY::=-%"
set "KEY=%KEY: =-%"
set "APP=%HOME_%chancery-app\%KEY%"
if not exist "%APP%\classes.jsa" call :prepare >nul 2>&1
set "COMPILER=-XX:TieredStopAtLevel=1"
for %%W in (serve run read) do if "%~1"=="%%W" set "COMPILER=-XX:TieredStopAtLevel=4"
if "%~1"=="" set "COMPILER=-XX:TieredStopAtLevel=4"
if exist "%APP%\classes.jsa" (
  "%JAVA_%" -XX:SharedArchiveFile="%APP%\classes.jsa" -Xlog:disable %COMPILER% %CHANCERY_JAVA_OPTS% -jar "%APP%\chancery.jar" %*
) else (
  "%JAVA_%" %COMPILER% %CHANCERY_JAVA_OPTS% -jar "%HOME_%chancery.jar" %*
)
exit /b %ERRORLEVEL%

:prepare
if exist "%APP%" rmdir /s /q "%APP%"
"%JAVA_%" -Djarmode=tools -jar "%HOME_%chancery.jar" extract --destination "%APP%" || exit /b 1
"%JAVA_%" -XX:TieredStopAtLevel=1 -XX:ArchiveClassesAtExit="%APP%\making.jsa" -jar "%APP%\chancery.jar" compare su-1955-83M su-1955-584dv || exit /b 1
move "%APP%\making.jsa" "%APP%\classes.jsa"
exit /b 0
