@echo off
rem Starts Chancery from an unpacked copy of the jar, with an archive of its classes; see the script "chancery", which says why.
setlocal
set "HOME_=%~dp0"
set "JAVA_="
if defined JAVA_HOME set "JAVA_=%JAVA_HOME%\bin\java.exe"
if not defined JAVA_HOME for %%J in (java.exe) do set "JAVA_=%%~$PATH:J"
if not exist "%JAVA_%" (
  echo Chancery needs Java 17 or newer; put java on the PATH, or set JAVA_HOME to a JDK.>&2
  exit /b 2
)

rem A build is told by size and date of the jar, an archive also by the JDK; where the JDK has no file "release", by nothing.
set "VERSION_=0"
for %%J in ("%JAVA_%") do for /f "tokens=2 delims==" %%V in ('findstr /b JAVA_VERSION^= "%%~dpJ..\release" 2^>nul') do set "VERSION_=%%~V"
for /f "delims=." %%M in ("%VERSION_%") do if not "%%M"=="0" if %%M LSS 17 (
  echo Chancery needs Java 17 or newer, and %JAVA_% is %VERSION_%.>&2
  exit /b 2
)
for %%F in ("%HOME_%chancery.jar") do set "BUILD=%%~zF-%%~tF"
set "BUILD=%BUILD:/=-%"
set "BUILD=%BUILD::=-%"
set "BUILD=%BUILD: =-%"
set "APP=%HOME_%chancery-app\%BUILD%"
set "ARCHIVE=%APP%\%VERSION_%.jsa"

if not exist "%ARCHIVE%" call :prepare <nul >nul 2>&1

set "COMPILER=-XX:TieredStopAtLevel=1"
if "%~1"=="" set "COMPILER="
if "%~1"=="serve" set "COMPILER="
if "%~1"=="run" set "COMPILER="
set "JAR=%HOME_%chancery.jar"
set "CLASSES="
if not "%~1"=="" if not "%~1"=="serve" if exist "%APP%\chancery.jar" set "JAR=%APP%\chancery.jar"
if exist "%ARCHIVE%" set CLASSES=-XX:SharedArchiveFile="%ARCHIVE%" -Xlog:disable
"%JAVA_%" %CLASSES% %COMPILER% %CHANCERY_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

rem What is whole is renamed into place.
:prepare
set "STAGE=%APP%.%RANDOM%%RANDOM%"
md "%STAGE%" || exit /b 1
if not exist "%APP%" (
  "%JAVA_%" -Djarmode=tools -jar "%HOME_%chancery.jar" extract --destination "%STAGE%\app" && move "%STAGE%\app" "%APP%"
)
pushd "%STAGE%"
"%JAVA_%" -XX:ArchiveClassesAtExit="%STAGE%\classes.jsa" -XX:TieredStopAtLevel=1 -jar "%APP%\chancery.jar" compare su-1955-83M su-1955-584dv && move /y "%STAGE%\classes.jsa" "%ARCHIVE%"
popd
rmdir /s /q "%STAGE%"
exit /b 0
